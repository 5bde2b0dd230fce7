# Completion of alertctl in fish: as alertctl.fish in a folder of
# $fish_complete_path, or at once with
#     alertctl completion fish | source

function __alertctl_words
	set -l typed (commandline -opc)
	set -l word (commandline -ct | string unescape)
	set -l found ($typed[1] completion words -- $typed[2..] "$word" \
		2>/dev/null </dev/null)
	for line in $found
		if test "$line" != ":files"
			echo $line
		else if string match -q -- '--*=*' $word
			set -l parts (string split -m 1 = -- $word)
			printf "$parts[1]=%s\n" (__fish_complete_path $parts[2])
		else
			__fish_complete_path $word
		end
	end
end

complete -c alertctl -f -a '(__alertctl_words)'
