# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by run.sh and test.sh, which source it with ROOT set: installs what is missing, configures, builds.
# Everything it says goes to stderr.

PACKAGE_LIST="$ROOT/scripts/packages.txt"

say() { printf 'grindstone: %s\n' "$*" >&2; }
die() {
    say "$@"
    exit 1
}

# --- what is there ---------------------------------------------------------------------------------------------------

# anyExists PATTERN…: whether a path matches one of the patterns. Patterns hold no blanks.
anyExists() {
    local pattern
    for pattern in "$@"; do
        compgen -G "$pattern" >/dev/null && return 0
    done
    return 1
}

# isThere PROBE, in the words of packages.txt
isThere() {
    local what=${1#*:}
    case $1 in
    command:*) command -v "$what" >/dev/null 2>&1 ;;
    file:*) anyExists "$what" ;;
    header:*) anyExists "/usr/include/$what" "/usr/include/*/$what" "/usr/local/include/$what" ;;
    cmake:*) anyExists "/usr/lib*/cmake/$what" "/usr/lib/*/cmake/$what" "/usr/local/lib/cmake/$what" ;;
    *) die "scripts/packages.txt: unknown probe '$1'" ;;
    esac
}

# missingPackages MARK GROUP…: "PACKAGE WHY" lines of what the groups miss; MARK is '' for needed, '?' for optional.
missingPackages() {
    local mark=$1 group package probe why
    shift
    while read -r group package probe why; do
        [[ -n $group && $group != \#* ]] || continue
        [[ " ${*/%/$mark} " == *" $group "* ]] || continue
        isThere "$probe" || printf '%s %s\n' "$package" "$why"
    done <"$PACKAGE_LIST" | sort -u -k1,1
}

# --- installing ------------------------------------------------------------------------------------------------------

# Sets AS_ROOT to what must stand before a command to run it as root; fails when there is no way.
findRoot() {
    AS_ROOT=()
    [[ $(id -u) == 0 ]] && return 0
    command -v sudo >/dev/null 2>&1 || return 1
    if { true </dev/tty; } 2>/dev/null; then
        AS_ROOT=(sudo)
    else
        AS_ROOT=(sudo -n) # nobody to ask for a password
        sudo -n true 2>/dev/null
    fi
}

apt() {
    "${AS_ROOT[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" </dev/null >&2
}

# Once a run, and only when an installation needs it.
refreshLists() {
    [[ -z ${LISTS_ARE_FRESH:-} ]] || return 1
    LISTS_ARE_FRESH=yes
    say "refreshing the package lists (apt-get update)"
    apt -qq update
}

aptInstall() { apt -qq -y --no-install-recommends install "$@"; }

installPackages() {
    anyExists '/var/lib/apt/lists/*_Packages*' || refreshLists
    aptInstall "$@" && return
    refreshLists && aptInstall "$@"
}

# installEach PACKAGE…: one by one, telling which could not be had
installEach() {
    local package failed=0
    for package in "$@"; do
        aptInstall "$package" || {
            say "could not install $package"
            failed=1
        }
    done
    return $failed
}

announce() {
    local line
    while read -r line; do
        say "  ${line%% *}: ${line#* }"
    done
}

# ensurePackages GROUP…: installs what the groups miss. Never fails: the build says what it cannot do without.
ensurePackages() {
    local needed optional
    needed=$(missingPackages '' "$@")
    optional=$(missingPackages '?' "$@")
    # What is only optional is not worth a password or a wait at each start.
    [[ -n $needed || (-n $optional && ! -e $ROOT/build/optional-packages-tried) ]] || return 0
    local names=($(printf '%s\n' "$needed" | cut -d' ' -f1))
    local extras=($(printf '%s\n' "$optional" | cut -d' ' -f1))

    if ! command -v apt-get >/dev/null 2>&1 || ! findRoot; then
        [[ -n $needed ]] || return 0
        say "missing on this machine:"
        announce <<<"$needed"
        say "cannot install packages here (it takes apt-get, and root or sudo). Run this, then start again:"
        say "  sudo apt-get update && sudo apt-get install ${names[*]}"
        say "going on without them"
        return 0
    fi
    say "installing missing packages with apt-get:"
    printf '%s\n' "$needed" "$optional" | sed '/^$/d' | announce
    if [[ -n $needed ]] && ! installPackages "${names[@]}"; then
        installEach "${names[@]}" || say "some packages are missing; going on to see whether it works without them"
    fi
    if [[ -n $optional ]]; then
        installPackages "${extras[@]}" || installEach "${extras[@]}" || say "going on without what is optional"
        mkdir -p "$ROOT/build" && : >"$ROOT/build/optional-packages-tried"
    fi
}

# Sets CALM to what must stand before a program with sanitizers: older ones cannot do with addresses as random as newer
# kernels make them.
findCalm() {
    CALM=(setarch --addr-no-randomize)
    "${CALM[@]}" true 2>/dev/null || CALM=()
}

# --- building --------------------------------------------------------------------------------------------------------

# Compile jobs at once: one a processor, but no more than one for each GiB of memory that is free.
parallelJobs() {
    local jobs memory
    jobs=$(nproc 2>/dev/null || echo 1)
    memory=$(awk '/^MemAvailable:/ {print int($2 / 1048576)}' /proc/meminfo 2>/dev/null || echo 1)
    ((memory < 1)) && memory=1
    echo $((jobs < memory ? jobs : memory))
}

configure() {
    local preset=$1 build=$ROOT/build/$1 fresh=()
    # A source tree that was moved or copied has a build that speaks of the old place.
    if [[ -e $build/CMakeCache.txt ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$ROOT" "$build/CMakeCache.txt"; then
        fresh=(--fresh)
    elif [[ $build/build.ninja -nt $ROOT/CMakePresets.json ]]; then
        return 0 # ninja runs cmake again by itself when a CMake file changes, but knows nothing of presets
    fi
    (cd "$ROOT" && cmake --preset "$preset" "${fresh[@]}" </dev/null >&2) || {
        rm -f "$build/build.ninja"
        die "cmake could not configure the build; the message above names what is missing"
    }
}

# buildPreset PRESET: quiet when there is nothing to do
buildPreset() {
    local tool build=$ROOT/build/$1
    for tool in cmake ninja; do
        command -v $tool >/dev/null 2>&1 || die "$tool is missing, so nothing can be built; install it and start again"
    done
    configure "$1"
    [[ $(ninja -C "$build" -n 2>/dev/null) == *"no work to do"* ]] && return 0
    say "building in build/$1 (the first time takes some minutes)"
    ninja -C "$build" -j "$(parallelJobs)" </dev/null >&2 ||
        die "the build failed; the first message with 'error' or 'FAILED' above says why"
}
