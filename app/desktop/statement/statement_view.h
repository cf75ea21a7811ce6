// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/statement/statement.h"
#include "app/desktop/prompts.h"

#include <QTextBrowser>
#include <QTimer>

#include <filesystem>

namespace grindstone::desktop {

/// What stands above a statement: its title, and the limits.
struct StatementHeading {
    QString title;
    QString detail;
};

/// Shows a statement. Loads nothing but images that lie in the problem's own package; a link is followed only when it
/// is a web address and the person says so.
class StatementView : public QTextBrowser {
    Q_OBJECT
public:
    explicit StatementView(Prompts& prompts, QWidget* parent = nullptr);

    /// `package` is the problem's folder; images are looked for in `imageFolder`, which lies in it.
    void showStatement(const StatementHeading& heading, const core::StatementDocument& document,
                       const std::filesystem::path& package, const std::filesystem::path& imageFolder);
    /// A sentence instead of a statement.
    void showNote(const QString& text, const QString& detail);

    QVariant loadResource(int type, const QUrl& name) override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void render();
    void followLink(const QUrl& link);
    int pictureWidth() const;

    Prompts& m_prompts;
    QString m_html;
    std::filesystem::path m_package;
    std::filesystem::path m_imageFolder;
    QTimer m_fitting; ///< of pictures to another width, when that stays for a moment
    bool m_hasPictures = false;
    int m_pictureWidth = 0; ///< that they were read for
};

} // namespace grindstone::desktop
