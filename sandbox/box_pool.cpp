// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/box_pool.h"

#include <algorithm>
#include <iterator>
#include <list>
#include <mutex>
#include <optional>

namespace grindstone::sandbox {

namespace {

/// Not for what is wrong with the spec alone, such as too many words: another box would refuse it as this one did.
bool isFailureOfBox(const Error& error) {
    return error.code == "sandbox.box-lost" || error.code == "sandbox.unresponsive" || error.code == "sandbox.setup";
}

} // namespace

/// An open box that nobody uses, or that is on loan.
struct BoxPool::Item {
    std::unique_ptr<Box> box;
    BoxOptions options;
    unsigned time = 0; ///< how many times boxes had been dropped when it was ordered
};

/// The idle boxes. Opening and closing one takes milliseconds, so what has to be closed is handed to the caller, who
/// does it without the lock.
class BoxPool::Shelf {
public:
    using Items = std::list<Item>;

    explicit Shelf(std::size_t most) : m_most(most) {}

    std::optional<Item> take(const BoxOptions& options);
    /// Returns what has to make room.
    Items put(Item item);
    /// To be called when a box of that time failed. Returns the idle ones of the same time.
    Items drop(unsigned time);
    /// No box comes back from now on.
    Items close();

    unsigned time() const;
    std::size_t idle(const BoxOptions& options) const;
    std::size_t most() const { return m_most; }

private:
    const std::size_t m_most;
    mutable std::mutex m_mutex;
    Items m_idle;        ///< the least recently used first
    unsigned m_time = 0; ///< moves on when a box of it fails
    bool m_closed = false;
};

std::optional<BoxPool::Item> BoxPool::Shelf::take(const BoxOptions& options) {
    const std::lock_guard lock(m_mutex);
    const auto found =
        std::find_if(m_idle.rbegin(), m_idle.rend(), [&](const Item& item) { return item.options == options; });
    if (found == m_idle.rend()) {
        return std::nullopt;
    }
    Item item = std::move(*found);
    m_idle.erase(std::next(found).base());
    return item;
}

BoxPool::Shelf::Items BoxPool::Shelf::put(Item item) {
    const std::lock_guard lock(m_mutex);
    Items leaving;
    const bool welcome = !m_closed && item.time == m_time;
    (welcome ? m_idle : leaving).push_back(std::move(item));
    if (m_idle.size() > m_most) {
        leaving.splice(leaving.end(), m_idle, m_idle.begin());
    }
    return leaving;
}

BoxPool::Shelf::Items BoxPool::Shelf::drop(unsigned time) {
    const std::lock_guard lock(m_mutex);
    if (time != m_time) {
        return {}; // Its contemporaries are gone already.
    }
    ++m_time;
    return std::exchange(m_idle, {});
}

BoxPool::Shelf::Items BoxPool::Shelf::close() {
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    return std::exchange(m_idle, {});
}

unsigned BoxPool::Shelf::time() const {
    const std::lock_guard lock(m_mutex);
    return m_time;
}

std::size_t BoxPool::Shelf::idle(const BoxOptions& options) const {
    const std::lock_guard lock(m_mutex);
    return static_cast<std::size_t>(
        std::count_if(m_idle.begin(), m_idle.end(), [&](const Item& item) { return item.options == options; }));
}

/// A box on loan.
class BoxPool::PooledBox final : public Box {
public:
    PooledBox(std::shared_ptr<Shelf> shelf, Item item) : m_shelf(std::move(shelf)), m_item(std::move(item)) {}
    ~PooledBox() override {
        if (!m_failed) {
            m_shelf->put(std::move(m_item));
        }
    }

    Result<Outcome> run(const LaunchSpec& spec, std::stop_token stop) override {
        Result<Outcome> outcome = m_item.box->run(spec, std::move(stop));
        m_failed = !outcome;
        if (m_failed && isFailureOfBox(outcome.error())) {
            m_shelf->drop(m_item.time);
        }
        return outcome;
    }

private:
    std::shared_ptr<Shelf> m_shelf;
    Item m_item;
    bool m_failed = false;
};

BoxPool::BoxPool(BoxSource& source, std::size_t mostIdle)
    : m_source(source), m_shelf(std::make_shared<Shelf>(mostIdle)) {}

BoxPool::~BoxPool() {
    m_shelf->close();
}

Result<BoxPool::Item> BoxPool::order(const BoxOptions& options) {
    const unsigned time = m_shelf->time(); // Before opening: it may be lost while it opens.
    return Item{TRY(m_source.openBox(options)), options, time};
}

Result<std::unique_ptr<Box>> BoxPool::openBox(const BoxOptions& options) {
    if (std::optional<Item> idle = m_shelf->take(options)) {
        return std::make_unique<PooledBox>(m_shelf, std::move(*idle));
    }
    return openNewBox(options);
}

Result<std::unique_ptr<Box>> BoxPool::openNewBox(const BoxOptions& options) {
    return std::make_unique<PooledBox>(m_shelf, TRY(order(options)));
}

Result<void> BoxPool::prepare(const BoxOptions& options, std::size_t count) {
    const std::size_t wanted = std::min(count, m_shelf->most());
    for (std::size_t i = 0; i < wanted && m_shelf->idle(options) < wanted; ++i) {
        m_shelf->put(TRY(order(options)));
    }
    return {};
}

} // namespace grindstone::sandbox
