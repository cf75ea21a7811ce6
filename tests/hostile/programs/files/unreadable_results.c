// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves results that nobody may read
// They are its own all the same: init has its rights, and where a namespace or root's helper holds it, some more.
// expect: exited 0
// brings-back: write-only-folder/inside
// brings-back: folder/inside
// brings-back: closed
// brings-back[no-namespaces,ordinary]: write-only-folder/inside
// brings-back[no-namespaces,ordinary]: folder/inside
// keeps-back[no-namespaces,ordinary]: closed
// output: file: allowed
// output: file in a closed folder: allowed
// output: closing it: allowed
// output: file in a folder that can't be listed: allowed
// output[no-namespaces]: file: allowed
// output[no-namespaces]: file in a closed folder: allowed
// output[no-namespaces]: closing it: refused EPERM
// output[no-namespaces]: file in a folder that can't be listed: allowed
#include "hostile.h"

int main(void) {
    report("file", close(open("closed", O_CREAT | O_WRONLY, 0000)));
    mkdir("folder", 0700);
    report("file in a closed folder", close(open("folder/inside", O_CREAT | O_WRONLY, 0600)));
    report("closing it", chmod("folder", 0000));
    mkdir("write-only-folder", 0300);
    report("file in a folder that can't be listed", close(open("write-only-folder/inside", O_CREAT | O_WRONLY, 0600)));
    return 0;
}
