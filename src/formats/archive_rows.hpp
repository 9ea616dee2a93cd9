// Rows of the archive as people and entries.
#pragma once

#include "formats/archive.hpp"
#include "formats/archive_fields.hpp"

namespace rel::formats {

/// Each throws BadField where the row can't be one.
ArchivedPerson person_from(ArchiveFields fields, Day today);
Archived<Contact> contact_from(ArchiveFields fields);
Archived<Remark> remark_from(ArchiveFields fields);
Archived<Promise> promise_from(ArchiveFields fields);
Archived<Snooze> snooze_from(ArchiveFields fields);
Archived<Review> review_from(ArchiveFields fields, Day today);

}  // namespace rel::formats
