// Changing a data file: everything that one command writes.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "store/reader.hpp"

namespace rel::store {

class Recording;
class Transaction;

/// One transaction, recorded as one step of the history. It is kept by commit(); without that its destructor
/// takes back whatever it did. As a Reader it reads the file as changed so far. Made by File.
class Change : public Reader {
 public:
  Change(Change&& other) noexcept;
  Change(const Change&) = delete;
  Change& operator=(const Change&) = delete;
  Change& operator=(Change&&) = delete;
  ~Change();

  /// Brings what is kept of the people touched so far up to date, for whoever looks for them before the end.
  void refresh();
  /// The same, writes the step (none if nothing was changed) and
  /// runs `report`, which may read what is about to be committed; then keeps it all. Call it once.
  void commit(const std::function<void()>& report = [] {});

  /// Call before adding many contacts: larger page cache; the history keeps ids only.
  void begin_bulk_import();
  /// Adds many contacts to a file that has none: their indices are made after `work`. Until then nothing may
  /// look for contacts but by their whole id.
  void without_indices(const std::function<void()>& work);

  /// Adds a person; makes their id, and their uid if it is empty.
  Id add(Person& person);
  void update(const Person& person);
  /// Gives a tag its clock: a group whose id is 0 is added, another one changed.
  void set(Group& group);
  /// Takes a group away, with its snoozes. People keep the tag.
  void remove(const Group& group);
  /// Adds an entry; makes its id if it is 0. One that is given must be positive and free (see kind_of).
  Id add(Contact& contact);
  void update(const Contact& changed);
  Id add(Remark& remark);
  void update(const Remark& remark);
  Id add(Promise& promise);
  void update(const Promise& promise);
  Id add(Snooze& snooze);
  void update(const Snooze& changed);
  Id add(Review& review);
  void remove(const EntryRef& entry);
  /// Closes each ask about a person on the first of the days on which they talked that is not before its own;
  /// returns those closed.
  std::vector<Remark> close_asks(Id person, const std::set<Day>& talks);
  /// Opens the asks about a person again that a talk on that day closed, unless another talk does; returns
  /// them.
  std::vector<Remark> reopen_asks(const Person& person, Day on);
  /// Gives everything of `other` to `keep.id`, who becomes as given, and takes `other` away. Who was present
  /// as both is there once; what both have to the letter is kept once. Returns what is `keep`'s now.
  std::vector<EntryRef> merge(const Person& keep, Id other);

 private:
  friend class File;
  /// A change that is no step of the history.
  explicit Change(const Reader& file);
  Change(const Reader& file, const std::string& command, std::int64_t at_ms);

  void erase(Id person);
  void leave_shared_contacts(Id person);
  void write_details(const Person& person);
  void write(const Contact& contact);
  void write_companions(const Contact& contact);
  void touch(const std::vector<Id>& people);
  void end_list();
  void bound_memory();

  std::unique_ptr<Transaction> transaction_;
  std::unique_ptr<Recording> recording_;  // null if nothing is recorded; ends before the transaction does
};

}  // namespace rel::store
