// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/completion_scripts.h"

#include <map>

namespace grindstone::cli {

namespace {

/// Bash takes ":" and "=" for ends of words; they are joined again, and what stands before the last of them is taken
/// off the answers, since bash will put these behind it.
constexpr const char* Bash = R"(# bash completion for grind
_grind() {
    local words=() word joined= i
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ $i -gt 1 && ( $word == [:=]* || $joined == 1 ) ]]; then
            words[${#words[@]}-1]+=$word
        else
            words+=("$word")
        fi
        [[ $word == [:=] ]] && joined=1 || joined=
    done
    local current=${words[${#words[@]}-1]} answer
    mapfile -t answer < <("${COMP_WORDS[0]/#\~/$HOME}" __complete "${words[@]}" 2>/dev/null)
    local paths=${answer[0]} taken=
    [[ $current == *[:=]* && $COMP_WORDBREAKS == *[:=]* ]] && taken=${current%"${current##*[:=]}"}
    COMPREPLY=()
    for word in "${answer[@]:1}"; do
        word=${word%%$'\t'*}
        COMPREPLY+=("${word#"$taken"}")
    done
    local path=${current#"$taken"}
    case $paths in
    files) mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- "$path") ;;
    folders) mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -d -- "$path") ;;
    esac
    [[ $paths == none ]] || compopt -o filenames 2>/dev/null
}
complete -F _grind grind
)";

constexpr const char* Zsh = R"(#compdef grind
_grind() {
    local -a answer candidates
    answer=("${(@f)$(${(Q)words[1]/#\~/$HOME} __complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
    local line word
    for line in "${(@)answer[2,-1]}"; do
        [[ -n $line ]] || continue
        word=${line%%$'\t'*}
        candidates+=("${word//:/\\:}:${line#*$'\t'}")
    done
    (( ${#candidates} )) && _describe grind candidates
    [[ ${answer[1]} == none ]] || compset -P '--*='
    case ${answer[1]} in
    files) _files ;;
    folders) _files -/ ;;
    esac
}
if [[ ${funcstack[1]} == _grind ]]; then
    _grind "$@"
else
    compdef _grind grind
fi
)";

constexpr const char* Fish = R"(# fish completion for grind
function __grind_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct | string unescape)
    test -n "$current"; or set current ''
    set -l answer ($words[1] __complete $words[2..-1] $current 2>/dev/null)
    string join \n -- $answer[2..-1]
    set -l path (string replace -r -- '^--[^=]*=' '' $current)
    set -l option (string replace -r -- '^(--[^=]*=)?.*' '$1' $current)
    switch $answer[1]
        case files
            string replace -r -- '^' "$option" (__fish_complete_path $path)
        case folders
            string replace -r -- '^' "$option" (__fish_complete_directories $path '')
    end
end
complete -c grind -f -a '(__grind_complete)'
)";

const std::map<std::string, const char*> Scripts{{"bash", Bash}, {"fish", Fish}, {"zsh", Zsh}};

} // namespace

const std::vector<std::string>& completionShells() {
    static const std::vector<std::string> shells{"bash", "fish", "zsh"};
    return shells;
}

std::string completionScript(const std::string& shell) {
    const auto script = Scripts.find(shell);
    return script == Scripts.end() ? std::string() : script->second;
}

} // namespace grindstone::cli
