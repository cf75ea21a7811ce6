// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves links to the expected answer where its own results would be fetched
// expect: exited 0
// keeps-back: symbolic
// keeps-back: hard
// keeps-back: through-proc
// keeps-back: folder/1.ans
// output: symbolic link: allowed
// output: hard link: refused ENOENT
// output: link through /proc: allowed
// output: link to its folder: allowed
// output: rename: refused ENOENT
// output[no-namespaces]: symbolic link: allowed
// output[no-namespaces]: hard link: refused EPERM | hard link: refused EXDEV
// output[no-namespaces]: link through /proc: allowed
// output[no-namespaces]: link to its folder: allowed
// output[no-namespaces]: rename: refused EACCES
#include "hostile.h"

int main(void) {
    char path[300];
    char through[300];
    snprintf(path, sizeof path, "%s/1.ans", getenv("HOSTILE_SECRET"));
    snprintf(through, sizeof through, "/proc/self/root%s", path);
    report("symbolic link", symlink(path, "symbolic"));
    report("hard link", link(path, "hard"));
    report("link through /proc", symlink(through, "through-proc"));
    report("link to its folder", symlink(getenv("HOSTILE_SECRET"), "folder"));
    report("rename", rename(path, "hard"));
    return 0;
}
