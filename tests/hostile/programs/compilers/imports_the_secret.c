// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has an answer of the host read by the directives besides #include
// expect: exited 1
// keeps-back: main
const char answer[] = {
#embed SECRET
};
#import SECRET

int main(void) {
    return answer[0];
}
