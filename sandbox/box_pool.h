// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/box.h"

#include <cstddef>
#include <memory>

namespace grindstone::sandbox {

/// Hands out boxes that come back: a Box from here, once destroyed, lies idle until somebody wants one with the same
/// options. A box whose last run failed is closed instead. When it was the box that failed ("sandbox.box-lost",
/// "sandbox.unresponsive", "sandbox.setup"), so is every box of its time, the idle ones at once and those on loan when
/// they come back: what broke one (its helper ended, say) has mostly broken the others. Boxes that were opened since
/// another of that time failed stay. Thread-safe; a box may outlive the pool, not its source.
class BoxPool : public BoxSource {
public:
    /// Keeps at most `mostIdle` idle boxes; the least recently used go first. `source` outlives the pool.
    BoxPool(BoxSource& source, std::size_t mostIdle);
    ~BoxPool() override;

    /// An idle box with these options, or a new one. Fails as the source does.
    Result<std::unique_ptr<Box>> openBox(const BoxOptions& options) override;

    /// Never an idle one: for who has just met a broken box. It comes back as the others do.
    Result<std::unique_ptr<Box>> openNewBox(const BoxOptions& options) override;

    /// Opens boxes until `count` idle ones, or as many as are kept, have these options. Fails as the source does.
    Result<void> prepare(const BoxOptions& options, std::size_t count);

private:
    class Shelf;
    class PooledBox;
    struct Item;

    Result<Item> order(const BoxOptions& options);

    BoxSource& m_source;
    std::shared_ptr<Shelf> m_shelf;
};

} // namespace grindstone::sandbox
