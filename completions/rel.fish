# fish completion for rel: what may stand where the cursor is, rel itself knows.
function __rel_complete
    for line in (command rel __complete -- (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path (commandline -ct)
        else
            printf '%s\n' $line
        end
    end
end
complete -c rel -f -a '(__rel_complete)'
