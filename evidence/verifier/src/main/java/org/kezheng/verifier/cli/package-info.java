/// The command line of the verifier: arguments in, words or JSON out, and the exit code.
@NullMarked
package org.kezheng.verifier.cli;

import org.jspecify.annotations.NullMarked;
