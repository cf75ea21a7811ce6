#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# base_image.sh FOLDER RELEASE OWNER PACKAGE…: makes FOLDER with the disk, the kernel and the initrd of a small Debian
# that starts inside/grindstone-guest.service; OWNER (user:group) gets the files. As root, since the disk's files are.
# Fetches with debootstrap from where apt does on this machine.
set -euo pipefail
HERE=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
FOLDER=$1 RELEASE=$2 OWNER=$3
shift 3

# A login with a service manager of its own; the languages; the database's driver, which no program names.
PACKAGES=(systemd systemd-sysv dbus dbus-user-session libpam-systemd linux-image-cloud-amd64
    gcc g++ python3 libqt6sql6-sqlite "$@")
USER_NAME=tester

PATH=$PATH:/usr/sbin:/sbin
TREE=$FOLDER.tree
trap 'rm -rf "$TREE"' EXIT
rm -rf "$FOLDER" "$TREE"
mkdir -p "$FOLDER"

# Where apt fetches RELEASE from; nothing when it knows none, and debootstrap uses its own default.
aptMirror() {
    apt-get indextargets --format '$(CODENAME) $(COMPONENT) $(REPO_URI)' 'Identifier: Packages' |
        awk -v release="$RELEASE" '$1 == release && $2 == "main" {print $3; exit}'
}

# Through the proxy that apt uses, if any.
useAptProxy() {
    local proxy=
    eval "$(apt-config shell proxy Acquire::http::Proxy)"
    [[ -z $proxy || $proxy == DIRECT ]] || export http_proxy=$proxy
    proxy=
    eval "$(apt-config shell proxy Acquire::https::Proxy)"
    [[ -z $proxy || $proxy == DIRECT ]] || export https_proxy=$proxy
}

installSystem() {
    local IFS=,
    debootstrap --variant=minbase --include="${PACKAGES[*]}" "$RELEASE" "$TREE" $(aptMirror)
}

# An ordinary user whose service manager runs from boot on, as it does for a person who is logged in.
addUser() {
    chroot "$TREE" useradd --create-home --shell /bin/bash "$USER_NAME"
    mkdir -p "$TREE/var/lib/systemd/linger"
    : >"$TREE/var/lib/systemd/linger/$USER_NAME"
}

installService() {
    cp "$HERE/inside/grindstone-guest.service" "$TREE/etc/systemd/system/"
    mkdir -p "$TREE/payload"
    echo '/dev/vda / ext4 defaults 0 0' >"$TREE/etc/fstab"
    echo '/dev/vdb /payload ext4 defaults 0 0' >>"$TREE/etc/fstab"
    chroot "$TREE" systemctl enable grindstone-guest.service
    chroot "$TREE" systemctl set-default multi-user.target
    chroot "$TREE" systemctl mask getty.target apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer \
        e2scrub_all.timer e2scrub_reap.service fstrim.timer
}

# The three modules that it takes to see the disk, instead of all there are.
shrinkInitrd() {
    printf '%s\n' virtio_pci virtio_blk ext4 >"$TREE/etc/initramfs-tools/modules"
    sed -i 's/^MODULES=.*/MODULES=list/' "$TREE/etc/initramfs-tools/initramfs.conf"
    chroot "$TREE" update-initramfs -u
    cp "$TREE"/boot/vmlinuz-* "$FOLDER/vmlinuz"
    cp "$TREE"/boot/initrd.img-* "$FOLDER/initrd"
}

removeUnneeded() {
    rm -rf "$TREE"/boot/* "$TREE"/var/cache/apt "$TREE"/var/lib/apt/lists "$TREE"/usr/share/{doc,info,locale,man}
}

makeDisk() {
    local size
    size=$(du -sm "$TREE" | cut -f1)
    mke2fs -q -t ext4 -d "$TREE" "$FOLDER/disk.tmp" "$((size + 1024))M"
    chown -R "$OWNER" "$FOLDER"
    mv "$FOLDER/disk.tmp" "$FOLDER/disk.ext4" # last: its being there means that all is
}

useAptProxy
installSystem
addUser
installService
shrinkInitrd
removeUnneeded
makeDisk
