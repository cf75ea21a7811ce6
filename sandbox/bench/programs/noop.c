/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is measured as the cost of a run is all that happens around this program. Static, so that no dynamic linker has
 * a part in it; started plainly and in a box it is the very same file. */
int main(void) {
    return 0;
}
