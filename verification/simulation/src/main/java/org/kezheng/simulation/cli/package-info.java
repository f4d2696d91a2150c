/// The command line of the simulation.
@NullMarked
package org.kezheng.simulation.cli;

import org.jspecify.annotations.NullMarked;
