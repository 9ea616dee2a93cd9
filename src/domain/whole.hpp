// Whole numbers of real ones, which may be larger than any whole number is.
#pragma once

namespace rel {

/// The next whole number below, held within ±10⁹; −10⁹ for what is not a number.
int rounded_down(double value);

}  // namespace rel
