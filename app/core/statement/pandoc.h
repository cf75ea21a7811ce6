// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/box.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>

namespace grindstone::core {

/// Makes Markdown of LaTeX statements with the system's pandoc, which runs in a box, on bounded time and memory, and
/// sees no file. What it made, or that it could not, is kept by content. Thread-safe; convert() blocks.
class PandocConverter {
public:
    using Boxes = std::function<Result<sandbox::BoxSource*>()>;

    /// `boxes` is asked when pandoc has to run, from the thread that converts. `cacheFolder` is made when needed, and
    /// may be removed at any time.
    PandocConverter(Boxes boxes, std::filesystem::path cacheFolder);

    static bool isInstalled();

    /// As latexToMarkdown(), its result given as `own`. Nothing where there is no pandoc, where it fails, or where it
    /// would lose what `own` has.
    std::optional<QString> convert(const QString& latex, const QString& language, const QString& own,
                                   std::stop_token stop);

private:
    Result<QByteArray> run(const QByteArray& latex, std::stop_token stop);
    std::optional<QByteArray> findKept(const QByteArray& key);
    void keep(const QByteArray& key, const QByteArray& markdown);
    QByteArray made(const QByteArray& latex, std::stop_token stop);

    Boxes m_boxes;
    const std::filesystem::path m_cacheFolder;
    std::mutex m_mutex; ///< also holds further conversions back while one runs
    QHash<QByteArray, QByteArray> m_kept;
};

} // namespace grindstone::core
