// SPDX-License-Identifier: Apache-2.0

/**
 * As much of Cloud Object Storage (COS XML API) as a deployment needs: objects are stored, looked
 * at, read and deleted, under COS's own signature. SCF takes code from here.
 *
 * <p>Inferred, as no document says it or only in part: every bucket of the emulator's one account
 * exists in every region, and so does no other; the order of the checks; a key that is unknown and
 * a token that does not fit it look alike; a request with parameters, as for the parts of an
 * upload, is {@code NotImplemented}.
 */
@NullMarked
package io.berth.emulator.cos;

import org.jspecify.annotations.NullMarked;
