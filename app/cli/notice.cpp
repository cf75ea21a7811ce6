// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/notice.h"

#include "app/core/store/store_notice.h"
#include "app/core/text/store_text.h"

namespace grindstone::cli {

void tellNotice(Session& session) {
    const std::optional<core::StoreNotice> notice = core::takeNotice(session.services.paths().database());
    if (!notice) {
        return;
    }
    session.console.warn(core::text::noticeMessage(*notice));
    for (const QString& line : core::text::noticeDetails(*notice)) {
        session.console.tell(QStringLiteral("  ") + line);
    }
}

} // namespace grindstone::cli
