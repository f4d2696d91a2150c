/// Customers, the parties of calls and the notes on them: stored as ciphertext, found by a blind index, shown masked.
/// All work is done for the client in scope.
@NullMarked
package org.kezheng.crm.customers;

import org.jspecify.annotations.NullMarked;
