# shellcheck shell=bash
# Completion of alertctl in bash. In use after a new login once it is in
# /usr/share/bash-completion/completions/alertctl, or at once with
#     . <(alertctl completion bash)

# The words up to the cursor, as they are typed: COMP_WORDS parts them at "="
# and ":" as well.
_alertctl_typed() {
	local rest=${COMP_LINE:0:COMP_POINT} i word
	typed=()
	for ((i = 0; i <= COMP_CWORD; i++)); do
		word=${COMP_WORDS[i]}
		[[ $i -eq $COMP_CWORD && $rest != [[:blank:]]* ]] && word=$rest
		if [[ $i -eq 0 || $rest == [[:blank:]]* ]]; then
			rest=${rest#"${rest%%[![:blank:]]*}"}
			[[ $i -eq $COMP_CWORD ]] && word=$rest
			typed+=("$word")
		else
			typed[-1]+=$word
		fi
		rest=${rest#"$word"}
	done
}

_alertctl() {
	local typed line word cut='' quote='' files='' program=${1/#\~/$HOME}
	COMPREPLY=()
	_alertctl_typed
	typed=("${typed[@]//\\/}")
	[[ ${typed[-1]} == [\"\']* ]] && quote=${typed[-1]:0:1}
	typed=("${typed[@]#[\"\']}")
	# What readline keeps of the word in front of what is to be replaced.
	if [[ -z $quote ]]; then
		word=${typed[-1]}
		[[ $COMP_WORDBREAKS == *=* && $word == *=* ]] &&
			cut=${word%"${word##*=}"}
		[[ $COMP_WORDBREAKS == *:* && $word == *:* ]] &&
			cut=${word%"${word##*:}"}
	fi
	while IFS= read -r line; do
		if [[ $line == :files ]]; then
			files=yes
			continue
		fi
		word=${line%%$'\t'*}
		word=${word#"$cut"}
		[[ -z $quote && $word == *[[:blank:]]* ]] &&
			printf -v word %q "$word"
		COMPREPLY+=("$word")
	done < <("$program" completion words -- "${typed[@]:1}" \
		2>/dev/null </dev/null)
	if [[ -n $files ]]; then
		word=${typed[-1]}
		[[ $word == --*=* ]] && word=${word#*=}
		compopt -o filenames
		while IFS= read -r line; do
			COMPREPLY+=("$line")
		done < <(compgen -f -- "$word")
	fi
}

complete -F _alertctl alertctl
