// SQLite asks for thousands of small pieces of memory, and gives back all of them, before a short command has
// read its first row. They are cut from slabs here, and kept in lists by size when they come back.
#include "store/memory.hpp"

#include <sqlite3.h>
#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <cstring>

namespace rel::store {

namespace {

constexpr std::size_t grain = 16;          // bytes: sizes are multiples of it
constexpr std::size_t largest = 8 * 1024;  // what is larger than this is left to malloc
constexpr std::size_t slab = 64 * 1024;

/// Its size stands before every piece; while it is free, the next one of its size stands in it.
struct Block {
  std::size_t size;
  Block* next;
};

constexpr std::size_t before = offsetof(Block, next);

// Each thread has its own: nobody waits, and a piece may come back in another one.
thread_local struct {
  std::array<Block*, largest / grain + 1> free{};
  std::byte* begin = nullptr;  // what is left of the slab
  std::byte* end = nullptr;
} pool;

void* memory_of(Block* piece) {
  return piece ? &piece->next : nullptr;
}

Block* piece_of(void* memory) {
  return reinterpret_cast<Block*>(static_cast<std::byte*>(memory) - before);
}

Block* sized(void* place, std::size_t size) {
  auto* piece = static_cast<Block*>(place);
  if (piece) piece->size = size;
  return piece;
}

Block* cut(std::size_t size) {
  if (static_cast<std::size_t>(pool.end - pool.begin) < before + size) {
    // All pages at once: to be asked for them one by one would cost the kernel twice as much.
    constexpr int fresh = MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE;
    void* place = mmap(nullptr, slab, PROT_READ | PROT_WRITE, fresh, -1, 0);
    if (place == MAP_FAILED) return nullptr;
    pool.begin = static_cast<std::byte*>(place);
    pool.end = pool.begin + slab;
  }
  void* place = pool.begin;
  pool.begin += before + size;
  return sized(place, size);
}

int rounded(int bytes) {
  return static_cast<int>((static_cast<std::size_t>(bytes) + grain - 1) / grain * grain);
}

void* allocate(int bytes) {
  const auto size = static_cast<std::size_t>(rounded(bytes));
  if (size > largest) return memory_of(sized(std::malloc(before + size), size));
  Block*& first = pool.free[size / grain];
  if (!first) return memory_of(cut(size));
  Block* piece = first;
  first = piece->next;
  return memory_of(piece);
}

void release(void* memory) {
  if (!memory) return;
  Block* piece = piece_of(memory);
  if (piece->size > largest) return std::free(piece);
  Block*& first = pool.free[piece->size / grain];
  piece->next = first;
  first = piece;
}

int size_of(void* memory) {
  return memory ? static_cast<int>(piece_of(memory)->size) : 0;
}

void* reallocate(void* memory, int bytes) {
  const auto old = static_cast<std::size_t>(size_of(memory));
  const auto size = static_cast<std::size_t>(rounded(bytes));
  if (old > largest && size > largest) {
    return memory_of(sized(std::realloc(piece_of(memory), before + size), size));
  }
  void* moved = allocate(bytes);
  if (!moved) return nullptr;
  std::memcpy(moved, memory, std::min(old, size));
  release(memory);
  return moved;
}

int begin(void*) {
  return SQLITE_OK;
}

void end(void*) {}

#ifdef __SANITIZE_ADDRESS__
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

}  // namespace

int configure_memory() {
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  if (sanitized) return SQLITE_OK;  // malloc, so that it is seen when memory is used that was given back
  const sqlite3_mem_methods methods{allocate, release, reallocate, size_of, rounded, begin, end, nullptr};
  return sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
}

}  // namespace rel::store
