namespace Shouwang.Shared.Pictures.Jpeg;

/// <summary>Blocks of 8 x 8 frequencies → 1, 2, 4 or 8 pixels a side, in whole numbers: of a smaller picture only the low frequencies are needed.</summary>
static class SmallCosine
{
    /// <summary>Frequencies in the order they are stored → row * 8 + column.</summary>
    public static ReadOnlySpan<byte> ZigZag =>
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
    ];

    // cos(k * 180° / 16) * 2048, k from 0 to 8
    private static ReadOnlySpan<short> Cosines => [2048, 2009, 1892, 1703, 1448, 1138, 784, 400, 0];

    /// <summary>What frequency u gives at each place x, for a side of so many pixels: [x * side + u].</summary>
    public static int[] Basis(int side)
    {
        var basis = new int[side * side];
        for (var x = 0; x < side; x++)
        {
            for (var u = 0; u < side; u++)
                basis[(x * side) + u] = u == 0 ? 1448 : Cosine(((2 * x) + 1) * u * (8 / side));
        }
        return basis;
    }

    /// <summary>Writes one block's pixels.</summary>
    /// <param name="block">Frequencies by row * 8 + column, already multiplied by their steps.</param>
    /// <param name="columns">Room for side * side numbers.</param>
    public static void Write(ReadOnlySpan<int> block, int side, ReadOnlySpan<int> basis, Span<int> columns, Span<byte> pixels, int width)
    {
        if (side == 1)
        {
            pixels[0] = Grey(block[0] >> 3);
            return;
        }
        for (var u = 0; u < side; u++)
        {
            for (var y = 0; y < side; y++)
            {
                var sum = 2048;
                for (var v = 0; v < side; v++)
                    sum += block[(v * 8) + u] * basis[(y * side) + v];
                columns[(y * side) + u] = sum >> 12;
            }
        }
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                var sum = 2048;
                for (var u = 0; u < side; u++)
                    sum += columns[(y * side) + u] * basis[(x * side) + u];
                pixels[(y * width) + x] = Grey(sum >> 12);
            }
        }
    }

    private static byte Grey(int value) => (byte)Math.Clamp(value + 128, 0, 255);

    private static int Cosine(int k) => (k & 31) switch
    {
        <= 8 and var at => Cosines[at],
        <= 16 and var at => -Cosines[16 - at],
        <= 24 and var at => -Cosines[at - 16],
        var at => Cosines[32 - at],
    };
}
