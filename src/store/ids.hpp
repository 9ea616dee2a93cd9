// New ids: larger than all made before in this process, and different from those made on another machine.
#pragma once

#include <random>
#include <string>

#include "rel/person.hpp"

namespace rel::store {

/// Makes ids of 52 bits of microseconds and 11 random bits. They sort by time; within one process they never
/// repeat, whatever the clock does.
class IdMaker {
 public:
  IdMaker();
  Id next();

 private:
  std::int64_t last_microseconds_ = 0;
  std::minstd_rand random_;
};

/// The largest id that can have been made until now, give or take a day.
Id latest_id_now();

/// A random universally unique identifier (RFC 4122, version 4) for a person.
std::string new_uid();

}  // namespace rel::store
