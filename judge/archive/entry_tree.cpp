// SPDX-License-Identifier: GPL-3.0-or-later
//
// Links are followed as the kernel would follow them, part by part, but in the tree of what the archive holds: what is
// asked is whether any of the steps goes above the top. A part that isn't in the archive is taken for a folder from
// there on, so that a link to nothing is judged by its words.
#include "judge/archive/entry_tree.h"

#include "judge/archive/entry_name.h"

#include <algorithm>
#include <deque>

namespace grindstone::judge {

namespace {

constexpr int MostLinks = 40; ///< as many as the kernel follows
constexpr int MostSteps = 1000;

tl::unexpected<Error> unsafe(std::string reason) {
    return fail("archive.unsafe", std::move(reason));
}

std::deque<std::string> splitTarget(const std::string& target) {
    std::deque<std::string> parts;
    std::size_t begin = 0;
    while (begin < target.size()) {
        const std::size_t end = std::min(target.find('/', begin), target.size());
        if (end > begin && target.compare(begin, end - begin, ".") != 0) {
            parts.push_back(target.substr(begin, end - begin));
        }
        begin = end + 1;
    }
    return parts;
}

const char* nameOf(EntryTree::Kind kind) {
    switch (kind) {
    case EntryTree::Kind::Folder:
        return "a folder";
    case EntryTree::Kind::File:
        return "a file";
    case EntryTree::Kind::Link:
        return "a link";
    }
    return "";
}

/// Of the entry's own name, or of the beginning of its path.
tl::unexpected<Error> clash(const EntryTree::Parts& parts, std::size_t length, EntryTree::Kind before,
                            EntryTree::Kind now) {
    if (length < parts.size()) {
        const EntryTree::Parts beginning(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(length));
        return unsafe(shownName(joined(beginning)) + " is " + nameOf(before) + " in the archive, and " + nameOf(now) +
                      " here; rename one of them");
    }
    if (before == now) {
        return unsafe("the archive has this name twice; leave one of them out");
    }
    return unsafe(std::string("this name is ") + nameOf(before) + " in the archive, and " + nameOf(now) +
                  "; rename one of them");
}

} // namespace

Result<void> EntryTree::add(const Parts& parts, Kind kind, std::string target) {
    if (parts.empty()) {
        return kind == Kind::Folder ? Result<void>() : unsafe("the entry has no name; pack again");
    }
    TRY(addForeign(parts));
    Node* node = &m_top;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Kind here = i + 1 < parts.size() ? Kind::Folder : kind;
        const auto [child, made] = node->children.try_emplace(parts[i]);
        node = &child->second;
        if (made) {
            node->kind = here;
        } else if (node->kind != here || here != Kind::Folder) {
            return clash(parts, i + 1, node->kind, here);
        }
    }
    node->target = std::move(target);
    return {};
}

/// Names that look the same must be the same: people could not tell them apart, and other systems don't.
Result<void> EntryTree::addForeign(const Parts& parts) {
    std::string path;
    for (const std::string& part : parts) {
        path += (path.empty() ? "" : "/") + part;
        if (!isForeign(path)) {
            continue;
        }
        const auto [known, made] = m_composed.try_emplace(composed(path), path);
        if (!made && known->second != path) {
            return unsafe("another name looks the same and is written with other characters; rename one of them");
        }
    }
    return {};
}

const EntryTree::Node* EntryTree::find(const Parts& parts) const {
    const Node* node = &m_top;
    for (const std::string& part : parts) {
        const auto child = node->children.find(part);
        if (child == node->children.end()) {
            return nullptr;
        }
        node = &child->second;
    }
    return node;
}

bool EntryTree::isFile(const Parts& parts) const {
    const Node* node = find(parts);
    return node != nullptr && node->kind == Kind::File;
}

Result<void> EntryTree::checkLink(const Parts& parts) const {
    const Node* const link = find(parts);
    const std::string& written = link->target;
    Parts reached(parts.begin(), parts.end() - 1);
    std::deque<std::string> rest{parts.back()};
    int links = 0;
    for (int steps = 0; !rest.empty(); ++steps) {
        const std::string part = rest.front();
        rest.pop_front();
        if (part == "..") {
            if (reached.empty()) {
                return unsafe("this link leads out of the pack, to " + written + "; put the file itself into the pack");
            }
            reached.pop_back();
            continue;
        }
        reached.push_back(part);
        const Node* const node = find(reached);
        if (node == nullptr || node->kind != Kind::Link) {
            continue;
        }
        if (++links > MostLinks || steps > MostSteps) {
            return unsafe("this link leads in a circle or far around, to " + written + "; correct it and pack again");
        }
        if (node->target.starts_with('/')) {
            return unsafe("this link leads out of the pack, to " + written + "; put the file itself into the pack");
        }
        reached.pop_back();
        const std::deque<std::string> target = splitTarget(node->target);
        rest.insert(rest.begin(), target.begin(), target.end());
    }
    return {};
}

} // namespace grindstone::judge
