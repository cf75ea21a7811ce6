// SPDX-License-Identifier: GPL-3.0-or-later
// Breadth-first search over squares and whether the shovel is broken.
#include <array>
#include <iostream>
#include <queue>
#include <string>
#include <vector>

struct Place {
    int row;
    int column;
    int broken;
};

int main() {
    int rows = 0;
    int columns = 0;
    std::cin >> rows >> columns;
    std::vector<std::string> village(rows);
    std::vector<std::vector<std::array<int, 2>>> steps(rows, std::vector<std::array<int, 2>>(columns, {-1, -1}));
    std::queue<Place> places;
    for (int row = 0; row < rows; ++row) {
        std::cin >> village[row];
        const std::size_t start = village[row].find('S');
        if (start != std::string::npos) {
            places.push({row, static_cast<int>(start), 0});
            steps[row][start][0] = 0;
        }
    }
    while (!places.empty()) {
        const Place place = places.front();
        places.pop();
        const int done = steps[place.row][place.column][place.broken];
        if (village[place.row][place.column] == 'B') {
            std::cout << done << '\n';
            return 0;
        }
        for (const auto& [down, right] : {std::array{1, 0}, std::array{-1, 0}, std::array{0, 1}, std::array{0, -1}}) {
            const int row = place.row + down;
            const int column = place.column + right;
            if (row < 0 || row >= rows || column < 0 || column >= columns) {
                continue;
            }
            const int broken = place.broken + (village[row][column] == '#' ? 1 : 0);
            if (broken < 2 && steps[row][column][broken] < 0) {
                steps[row][column][broken] = done + 1;
                places.push({row, column, broken});
            }
        }
    }
    std::cout << "-1\n";
}
