#compdef alertctl
# Completion of alertctl in zsh: as _alertctl in a folder of $fpath, or at once,
# after compinit, with
#     source <(alertctl completion zsh)

_alertctl() {
	local line word note files
	local -a typed found shown
	typed=("${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}")
	while IFS= read -r line; do
		if [[ $line == :files ]]; then
			files=yes
			continue
		fi
		word=${line%%$'\t'*}
		found+=("$word")
		note=${line#*$'\t'}
		[[ $line == *$'\t'* ]] && word+="  -- $note"
		shown+=("$word")
	done < <("${(Q)~words[1]}" completion words -- "${typed[@]}" \
		2>/dev/null </dev/null)
	(( $#found )) && compadd -l -d shown -a found
	if [[ -n $files ]]; then
		[[ $PREFIX == --*=* ]] && compset -P '*='
		_files
	fi
	(( $#found )) || [[ -n $files ]]
}

if [[ $funcstack[1] == _alertctl ]]; then
	_alertctl "$@"
else
	compdef _alertctl alertctl
fi
