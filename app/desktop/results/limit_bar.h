// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace grindstone::desktop {

/// How much of a limit was used: a name, a bar and the two figures.
class LimitBar : public QWidget {
    Q_OBJECT
public:
    explicit LimitBar(const QString& name, QWidget* parent = nullptr);

    /// `share` of the limit, 1 is all of it; `figures` such as "31 ms of 1,000 ms".
    void setUsage(double share, const QString& figures);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    QString m_figures;
    double m_share = 0;
};

} // namespace grindstone::desktop
