// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/json_order.h"

#include "judge/compare/json_number.h"

#include <algorithm>
#include <compare>

namespace grindstone::judge {

namespace {

using Json = nlohmann::json;

std::weak_ordering order(const Json& left, const Json& right);

int rank(const Json& value) {
    return isNumber(value) ? -1 : static_cast<int>(value.type());
}

std::weak_ordering orderMembers(const Json::object_t::value_type& left, const Json::object_t::value_type& right) {
    const std::weak_ordering keys = left.first <=> right.first;
    return keys != 0 ? keys : order(left.second, right.second);
}

std::weak_ordering order(const Json& left, const Json& right) {
    if (rank(left) != rank(right)) {
        return rank(left) <=> rank(right);
    }
    if (isNumber(left)) {
        return orderNumbers(left, right);
    }
    if (left.is_array()) {
        return std::lexicographical_compare_three_way(left.begin(), left.end(), right.begin(), right.end(), order);
    }
    if (left.is_object()) {
        const auto& a = left.get_ref<const Json::object_t&>();
        const auto& b = right.get_ref<const Json::object_t&>();
        return std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end(), orderMembers);
    }
    if (left.is_string()) {
        return left.get_ref<const std::string&>() <=> right.get_ref<const std::string&>();
    }
    return left.is_boolean() ? left.get<bool>() <=> right.get<bool>() : std::weak_ordering::equivalent;
}

} // namespace

void sortArrays(Json& value) {
    if (value.is_structured()) {
        for (Json& element : value) {
            sortArrays(element);
        }
    }
    if (value.is_array()) {
        std::sort(value.begin(), value.end(), [](const Json& a, const Json& b) { return order(a, b) < 0; });
    }
}

} // namespace grindstone::judge
