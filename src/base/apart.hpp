// A large value that moves as a pointer.
#pragma once

#include <memory>
#include <utility>

namespace rel {

/// A value that lives apart from what holds it, which is cheap to move therefore: a value in every other way,
/// copied with its holder. There is none only in what was moved from.
template <class T>
class Apart {
 public:
  Apart() : value_(std::make_unique<T>()) {}
  Apart(T value) : value_(std::make_unique<T>(std::move(value))) {}
  Apart(const Apart& other) : value_(std::make_unique<T>(*other)) {}
  Apart(Apart&&) noexcept = default;
  Apart& operator=(const Apart& other) {
    *this = Apart(other);
    return *this;
  }
  Apart& operator=(Apart&&) noexcept = default;
  ~Apart() = default;

  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return value_.get(); }
  const T* operator->() const { return value_.get(); }

 private:
  std::unique_ptr<T> value_;
};

}  // namespace rel
