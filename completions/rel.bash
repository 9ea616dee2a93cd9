# bash completion for rel: what may stand where the cursor is, rel itself knows, and writes it in the quotes that are
# open.
_rel() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      compopt -o default
    else
      COMPREPLY+=("${line%%$'\t'*}")
    fi
  done < <(command rel __complete --bash -- "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null)
}
complete -F _rel rel
