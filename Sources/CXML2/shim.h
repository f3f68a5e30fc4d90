// Debian builds the library with ICU, whose headers clash with those that Foundation brings. Nothing that is used here
// differs with it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
