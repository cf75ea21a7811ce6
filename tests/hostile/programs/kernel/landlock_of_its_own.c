// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: makes Landlock rules of its own that allow everything, and tries what ours forbid
// expect: exited 0
// output: rules: allowed
// output: everything allowed: allowed
// output: in force: allowed
// output: /proc/self/oom_score_adj: refused EACCES
// output: /etc/passwd: refused EROFS
// output: /work/own: allowed
// output[no-namespaces]: rules: allowed
// output[no-namespaces]: everything allowed: allowed
// output[no-namespaces]: in force: allowed
// output[no-namespaces]: /proc/self/oom_score_adj: refused EACCES
// output[no-namespaces]: /etc/passwd: refused EACCES
// output[no-namespaces]: /work/own: refused EACCES
#include "hostile.h"

#include <linux/landlock.h>

int main(void) {
    const struct landlock_ruleset_attr all = {(1 << 13) - 1};
    const int rules = syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0L);
    const struct landlock_path_beneath_attr everywhere = {(1 << 13) - 1, open("/", O_PATH)};
    report("rules", rules);
    report("everything allowed",
           syscall(SYS_landlock_add_rule, rules, (long)LANDLOCK_RULE_PATH_BENEATH, &everywhere, 0L));
    report("in force", syscall(SYS_landlock_restrict_self, rules, 0L));
    reportOpening("/proc/self/oom_score_adj", O_WRONLY);
    reportOpening("/etc/passwd", O_WRONLY);
    reportOpening("/work/own", O_WRONLY | O_CREAT);
    return 0;
}
