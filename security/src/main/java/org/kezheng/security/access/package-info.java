/// Who is signed in and what the role allows. Roles and policies are data here; whatever no policy allows is refused.
@NullMarked
package org.kezheng.security.access;

import org.jspecify.annotations.NullMarked;
