// Whole numbers of real ones, which may be larger than any whole number is.
#pragma once

namespace rel {

/// The next whole number below, at most a thousand million away from 0.
int rounded_down(double value);

}  // namespace rel
