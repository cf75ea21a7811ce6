// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The names and keys under which hostile programs leave things. The tests look for them on the host.
#define HOSTILE_FILE "grindstone-hostile-"
#define HOSTILE_QUEUE "/grindstone-hostile-queue"
#define HOSTILE_KEY 0x686f7374
