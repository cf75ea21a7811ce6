// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QObject>

#include <memory>
#include <stop_token>
#include <thread>
#include <type_traits>
#include <utility>

namespace grindstone::desktop {

/// Runs `work` on a thread of its own, then `then` with its value in the receiver's thread. `work` may take a
/// std::stop_token. The receiver keeps the returned thread as a member: it is joined before the receiver is gone, and
/// what had not been delivered by then never is.
template<typename Work, typename Then>
[[nodiscard]] std::jthread inBackground(QObject* receiver, Work work, Then then) {
    return std::jthread([receiver, work = std::move(work), then = std::move(then)](std::stop_token stop) mutable {
        const auto deliver = [&](auto value) {
            auto shared = std::make_shared<decltype(value)>(std::move(value));
            QMetaObject::invokeMethod(
                receiver, [then, shared]() mutable { then(std::move(*shared)); }, Qt::QueuedConnection);
        };
        if constexpr (std::is_invocable_v<Work, std::stop_token>) {
            deliver(work(stop));
        } else {
            deliver(work());
        }
    });
}

} // namespace grindstone::desktop
