#include "faults/failing_vfs.hpp"

#include <stdexcept>

namespace rel::test {
namespace {

sqlite3_vfs* real = nullptr;  // what was the default before
sqlite3_vfs shim;
int calls = 0;
int failing_call = 0;  // 0: none
bool from_there_on = false;
Failure how = Failure::error;
bool failed = false;

/// Whether the call that is made now fails.
bool fails() {
  if (failing_call == 0) return false;
  ++calls;
  const bool now = calls == failing_call || (from_there_on && calls > failing_call);
  failed = failed || now;
  return now;
}

int code(int usual) {
  return how == Failure::memory ? SQLITE_IOERR_NOMEM : usual;
}

struct File {
  sqlite3_file base;
  sqlite3_file* under() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* under(sqlite3_file* file) {
  return reinterpret_cast<File*>(file)->under();
}

int close(sqlite3_file* file) {
  return under(file)->pMethods->xClose(under(file));
}
int read(sqlite3_file* file, void* to, int size, sqlite3_int64 place) {
  if (fails()) return code(SQLITE_IOERR_READ);
  return under(file)->pMethods->xRead(under(file), to, size, place);
}
int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 place) {
  if (!fails()) return under(file)->pMethods->xWrite(under(file), from, size, place);
  if (how == Failure::error) under(file)->pMethods->xWrite(under(file), from, size / 2, place);
  return how == Failure::full ? SQLITE_FULL : code(SQLITE_IOERR_WRITE);
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
  if (fails()) return code(SQLITE_IOERR_TRUNCATE);
  return under(file)->pMethods->xTruncate(under(file), size);
}
int sync(sqlite3_file* file, int flags) {
  if (fails()) return code(SQLITE_IOERR_FSYNC);
  return under(file)->pMethods->xSync(under(file), flags);
}
int size_of(sqlite3_file* file, sqlite3_int64* size) {
  if (fails()) return code(SQLITE_IOERR_FSTAT);
  return under(file)->pMethods->xFileSize(under(file), size);
}
int lock(sqlite3_file* file, int level) {
  if (fails()) return code(SQLITE_IOERR_LOCK);
  return under(file)->pMethods->xLock(under(file), level);
}
int unlock(sqlite3_file* file, int level) {
  return under(file)->pMethods->xUnlock(under(file), level);
}
int check_lock(sqlite3_file* file, int* held) {
  if (fails()) return code(SQLITE_IOERR_CHECKRESERVEDLOCK);
  return under(file)->pMethods->xCheckReservedLock(under(file), held);
}
int control(sqlite3_file* file, int what, void* argument) {
  return under(file)->pMethods->xFileControl(under(file), what, argument);
}
int sector_size(sqlite3_file* file) {
  return under(file)->pMethods->xSectorSize(under(file));
}
int characteristics(sqlite3_file* file) {
  return under(file)->pMethods->xDeviceCharacteristics(under(file));
}

// Version 1 knows no memory maps: every read is a call.
constexpr sqlite3_io_methods methods{1,    close,  read,       write,   truncate,    sync,           size_of,
                                     lock, unlock, check_lock, control, sector_size, characteristics};

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* got) {
  file->pMethods = nullptr;
  if (fails()) return code(SQLITE_CANTOPEN);
  const int result = real->xOpen(real, name, under(file), flags, got);
  if (under(file)->pMethods) file->pMethods = &methods;
  return result;
}
int remove(sqlite3_vfs*, const char* name, int sync_folder) {
  if (fails()) return code(SQLITE_IOERR_DELETE);
  return real->xDelete(real, name, sync_folder);
}
int access(sqlite3_vfs*, const char* name, int flags, int* result) {
  if (fails()) return code(SQLITE_IOERR_ACCESS);
  return real->xAccess(real, name, flags, result);
}

}  // namespace

FailingVfs::FailingVfs() {
  if (real) throw std::logic_error("one failing VFS at a time");
  real = sqlite3_vfs_find(nullptr);
  shim = *real;
  shim.zName = "failing";
  shim.szOsFile = static_cast<int>(sizeof(File)) + real->szOsFile;
  shim.xOpen = open;
  shim.xDelete = remove;
  shim.xAccess = access;
  sqlite3_vfs_register(&shim, 1);
}

FailingVfs::~FailingVfs() {
  sqlite3_vfs_unregister(&shim);
  sqlite3_vfs_register(real, 1);
  real = nullptr;
  failing_call = 0;
}

void FailingVfs::fail_at(int call, bool for_good, Failure failure) {
  calls = 0;
  failing_call = call;
  from_there_on = for_good;
  how = failure;
  failed = false;
}

void FailingVfs::mend() {
  failing_call = 0;
}

bool FailingVfs::has_failed() const {
  return failed;
}

}  // namespace rel::test
