package org.kezheng.testkit.installation;

/// What one run of the launcher came to.
///
/// @param exitCode as the contract lists them
/// @param output   standard output
/// @param errors   standard error
public record LauncherRun(int exitCode, String output, String errors) {

    /// Fails unless the launcher said that it is done.
    public LauncherRun expectDone() {
        if (exitCode != 0) {
            throw new AssertionError("the launcher ended with " + exitCode + "\n" + output + "\n" + errors);
        }
        return this;
    }
}
