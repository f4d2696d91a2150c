/// Commands for a shell: they print, and end with the exit codes of the contract.
@NullMarked
package org.kezheng.platform.cli;

import org.jspecify.annotations.NullMarked;
