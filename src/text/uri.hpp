// Where a phone number or an e-mail address leads: what other programs open.
#pragma once

#include <string>
#include <string_view>

namespace rel::text {

/// `tel:+4930123456` of `+49 (0)30 123 456`: the digits, a leading `+`, `*` and `#`; a `(0)` behind a country
/// is left out, and whatever stands behind the number, too (`030 12 ext. 5`). Empty where there is no digit.
std::string tel_uri(std::string_view number);

/// `mailto:ann@example.org`, with whatever could mean something else percent-encoded.
std::string mailto_uri(std::string_view address);

/// The one or the other: what holds an `@` is an address.
std::string reach_uri(std::string_view number_or_address);

}  // namespace rel::text
