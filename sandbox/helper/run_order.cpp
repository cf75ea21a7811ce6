// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/run_order.h"

#include <cctype>

namespace grindstone::sandbox::helper {

namespace {

/// True when `name` stands at `position` as a whole path or the start of one.
bool standsAt(const std::string& text, std::size_t position, const std::string& name) {
    const auto isPartOfName = [](unsigned char c) { return std::isalnum(c) != 0 || c == '_' || c == '-' || c == '.'; };
    const std::size_t end = position + name.size();
    const bool startsHere = position == 0 || (!isPartOfName(text[position - 1]) && text[position - 1] != '/');
    return startsHere && (end == text.size() || !isPartOfName(text[end]));
}

void relocateIn(std::string& text, const std::string& name, const std::string& place) {
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
        if (standsAt(text, at, name)) {
            text.replace(at, name.size(), place);
            at += place.size();
        } else {
            ++at;
        }
    }
}

std::vector<char*> pointersTo(const std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (const std::string& text : texts) {
        pointers.push_back(const_cast<char*>(text.c_str()));
    }
    pointers.push_back(nullptr);
    return pointers;
}

} // namespace

Prepared<RunOrder> RunOrder::from(protocol::Packet packet) {
    RunOrder order;
    auto run = protocol::decode<protocol::Run>(packet.bytes);
    const std::size_t streams = run && run->hasInput ? 3 : 2;
    if (!run || packet.descriptors.size() != streams + run->spec.files.size()) {
        errno = EBADMSG;
        return failedStep("read the run's description");
    }
    order.m_run = std::move(*run);
    auto next = packet.descriptors.begin();
    if (order.m_run.hasInput) {
        order.m_input = std::move(*next++);
    }
    order.m_output = std::move(*next++);
    order.m_error = std::move(*next++);
    for (FileIn& file : order.m_run.spec.files) {
        order.m_files.push_back(std::move(*next++));
        file.descriptor = order.m_files.back().get();
    }
    return order;
}

ProgramOrder RunOrder::forProgram() {
    m_arguments = pointersTo(spec().arguments);
    m_environment = pointersTo(spec().environment);
    ProgramOrder order;
    order.arguments = m_arguments.data();
    order.environment = m_environment.data();
    order.standardInput = m_input.get();
    order.standardOutput = m_output.get();
    order.standardError = m_error.get();
    return order;
}

void RunOrder::closeStreams() {
    m_input.reset();
    m_output.reset();
    m_error.reset();
}

void RunOrder::relocate(const Places& places) {
    for (std::vector<std::string>* texts : {&m_run.spec.arguments, &m_run.spec.environment}) {
        for (std::string& text : *texts) {
            relocateIn(text, "/tmp", places.temporary()); // first: the places themselves lie in the host's
            for (const Area area : {Area::Program, Area::Work, Area::Case, Area::Feedback}) {
                relocateIn(text, Places::name(area), places.of(area));
            }
        }
    }
}

} // namespace grindstone::sandbox::helper
