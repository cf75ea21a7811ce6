// SPDX-License-Identifier: GPL-3.0-or-later
// Visits each square once only, whether or not the shovel is still whole there.
#include <array>
#include <iostream>
#include <queue>
#include <string>
#include <vector>

int main() {
    int rows = 0;
    int columns = 0;
    std::cin >> rows >> columns;
    std::vector<std::string> village(rows);
    std::vector<std::vector<int>> steps(rows, std::vector<int>(columns, -1));
    std::queue<std::array<int, 3>> places;
    for (int row = 0; row < rows; ++row) {
        std::cin >> village[row];
        const std::size_t start = village[row].find('S');
        if (start != std::string::npos) {
            places.push({row, static_cast<int>(start), 0});
            steps[row][start] = 0;
        }
    }
    while (!places.empty()) {
        const auto [row, column, broken] = places.front();
        places.pop();
        if (village[row][column] == 'B') {
            std::cout << steps[row][column] << '\n';
            return 0;
        }
        for (const auto& [down, right] : {std::array{1, 0}, std::array{-1, 0}, std::array{0, 1}, std::array{0, -1}}) {
            const int r = row + down;
            const int c = column + right;
            if (r < 0 || r >= rows || c < 0 || c >= columns || steps[r][c] >= 0) {
                continue;
            }
            const int now = broken + (village[r][c] == '#' ? 1 : 0);
            if (now < 2) {
                steps[r][c] = steps[row][column] + 1;
                places.push({r, c, now});
            }
        }
    }
    std::cout << "-1\n";
}
