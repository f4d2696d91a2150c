/// Who may sign in: accounts, passwords, lockout, sessions, and the one-time way to the first administrator.
@NullMarked
package org.kezheng.security.identity;

import org.jspecify.annotations.NullMarked;
