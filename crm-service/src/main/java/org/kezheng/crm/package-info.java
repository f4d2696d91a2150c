/// Customers, tickets, consent, clients and staff. Everything belongs to one client, and what identifies a person rests
/// as ciphertext only.
@NullMarked
package org.kezheng.crm;

import org.jspecify.annotations.NullMarked;
