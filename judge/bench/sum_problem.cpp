// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/bench/sum_problem.h"

namespace grindstone::judge::bench {

namespace {

Result<TestCase> makeCase(const BenchFolder& folder, std::size_t number) {
    const std::size_t first = number * 7919;
    const std::size_t second = number * 104729 + 1;
    TestCase made;
    made.name = "sample/" + std::to_string(number);
    made.sample = true;
    made.inputPath =
        TRY(folder.write(std::to_string(number) + ".in", std::to_string(first) + ' ' + std::to_string(second) + '\n'));
    made.answerPath = TRY(folder.write(std::to_string(number) + ".ans", std::to_string(first + second) + '\n'));
    return made;
}

} // namespace

Result<std::shared_ptr<const Problem>> makeSumProblem(const BenchFolder& folder, std::size_t cases) {
    auto problem = std::make_shared<Problem>();
    problem->slug = "sum";
    problem->name = "Sum";
    problem->folder = folder.path();
    problem->limits.memory = Bytes::mib(256);
    for (std::size_t number = 1; number <= cases; ++number) {
        problem->cases.push_back(TRY(makeCase(folder, number)));
    }
    return std::shared_ptr<const Problem>(std::move(problem));
}

std::string sumSource() {
    return R"(#include <cstdio>

int main() {
    long long a, b;
    if (std::scanf("%lld %lld", &a, &b) != 2) {
        return 1;
    }
    std::printf("%lld\n", a + b);
}
)";
}

std::string contestSource(std::size_t edition) {
    return R"(#include <bits/stdc++.h>
using namespace std;

struct Edge {
    int to;
    long long weight;
};

struct Graph {
    vector<vector<Edge>> edges;
    explicit Graph(int nodes) : edges(nodes) {}
    void connect(int from, int to, long long weight) {
        edges[from].push_back({to, weight});
        edges[to].push_back({from, weight});
    }
    vector<long long> distances(int start) const {
        vector<long long> best(edges.size(), numeric_limits<long long>::max());
        priority_queue<pair<long long, int>, vector<pair<long long, int>>, greater<>> queue;
        best[start] = 0;
        queue.push({0, start});
        while (!queue.empty()) {
            auto [distance, node] = queue.top();
            queue.pop();
            if (distance > best[node]) {
                continue;
            }
            for (const Edge& edge : edges[node]) {
                if (long long next = distance + edge.weight; next < best[edge.to]) {
                    best[edge.to] = next;
                    queue.push({next, edge.to});
                }
            }
        }
        return best;
    }
};

map<string, long long> countWords(const vector<string>& words) {
    map<string, long long> counts;
    for (const string& word : words) {
        counts[word] += static_cast<long long>(word.size());
    }
    return counts;
}

int main() {
    ios::sync_with_stdio(false);
    cin.tie(nullptr);
    vector<long long> numbers{istream_iterator<long long>(cin), {}};
    sort(numbers.begin(), numbers.end());
    Graph graph(static_cast<int>(numbers.size()) + 1);
    for (size_t i = 0; i < numbers.size(); ++i) {
        graph.connect(static_cast<int>(i), static_cast<int>(i) + 1, numbers[i]);
    }
    unordered_set<string> seen;
    for (const auto& [word, count] : countWords({"edition", to_string()" +
           std::to_string(edition) + R"()})) {
        seen.insert(word + to_string(count));
    }
    cout << graph.distances(0).back() << '\n';
    return seen.empty();
}
)";
}

} // namespace grindstone::judge::bench
