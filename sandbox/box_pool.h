// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/box.h"

#include <cstddef>
#include <memory>

namespace grindstone::sandbox {

/// Hands out boxes that come back: a Box from here, once destroyed, lies idle until somebody wants one with the same
/// options. A box whose last run failed is closed instead, and when a box was lost, so is every box that was opened
/// before that: what killed one (its helper ended, say) has mostly killed the others. Thread-safe; a box may outlive
/// the pool, not its source.
class BoxPool : public BoxSource {
public:
    /// Keeps at most `mostIdle` idle boxes; the least recently used go first. `source` outlives the pool.
    BoxPool(BoxSource& source, std::size_t mostIdle);
    ~BoxPool() override;

    /// An idle box with these options, or a new one. Fails as the source does.
    Result<std::unique_ptr<Box>> openBox(const BoxOptions& options) override;

    /// Opens boxes until `count` idle ones, or as many as are kept, have these options. Fails as the source does.
    Result<void> prepare(const BoxOptions& options, std::size_t count);

private:
    class Shelf;
    class PooledBox;

    BoxSource& m_source;
    std::shared_ptr<Shelf> m_shelf;
};

} // namespace grindstone::sandbox
