/// Tests of agents' devices by a call: the PBX calls the device, sounds a tone, and listens. No contact comes of it, so
/// no figure and no record knows of it.
@NullMarked
package org.kezheng.platform.devicetest;

import org.jspecify.annotations.NullMarked;
