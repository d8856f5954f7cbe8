namespace Shouwang.Shared.Pictures;

/// <summary>Where a picture is clearly darker than its surroundings (墨迹图): letters and rules, whatever the light.</summary>
sealed class InkMap
{
    private const int Reach = 20; // pixels on every side that count as surroundings
    private const int LeastStep = 8;

    /// <summary>Of 100: how much darker than its surroundings ordinary ink is at least.</summary>
    public const int Ordinary = 18;

    /// <summary>The same for ink in the palest photo that still shows something.</summary>
    public const int Pale = 6;

    private readonly bool[] _ink;
    private readonly byte[] _around;

    private readonly int _leastShare;

    private InkMap(int width, int height, int leastShare) =>
        (Width, Height, _ink, _around, _leastShare) = (width, height, new bool[width * height], new byte[width * height], leastShare);

    public int Width { get; }

    public int Height { get; }

    public bool IsInk(int x, int y) => _ink[(y * Width) + x];

    public ReadOnlySpan<bool> Row(int y) => _ink.AsSpan(y * Width, Width);

    /// <summary>Mean brightness of the surroundings.</summary>
    public int Around(int x, int y) => _around[(y * Width) + x];

    public static InkMap Of(GreyPicture picture, int leastShare = Ordinary)
    {
        var map = new InkMap(picture.Width, picture.Height, leastShare);
        var columns = new int[picture.Width];
        for (var y = -Reach; y < picture.Height; y++)
        {
            if (y + Reach < picture.Height)
                Add(columns, picture.Row(y + Reach), 1);
            if (y - Reach - 1 >= 0)
                Add(columns, picture.Row(y - Reach - 1), -1);
            if (y >= 0)
                map.Mark(picture.Row(y), columns, y, Math.Min(picture.Height, y + Reach + 1) - Math.Max(0, y - Reach));
        }
        return map;
    }

    private static void Add(int[] columns, ReadOnlySpan<byte> row, int sign)
    {
        for (var x = 0; x < row.Length; x++)
            columns[x] += sign * row[x];
    }

    private void Mark(ReadOnlySpan<byte> row, int[] columns, int y, int rows)
    {
        var (sum, count) = (0, 0);
        for (var x = -Reach; x < Width; x++)
        {
            if (x + Reach < Width)
                (sum, count) = (sum + columns[x + Reach], count + rows);
            if (x - Reach - 1 >= 0)
                (sum, count) = (sum - columns[x - Reach - 1], count - rows);
            if (x < 0)
                continue;
            var around = sum / count;
            var darker = around - row[x];
            _around[(y * Width) + x] = (byte)around;
            _ink[(y * Width) + x] = darker >= LeastStep && darker * 100 > around * _leastShare;
        }
    }
}
