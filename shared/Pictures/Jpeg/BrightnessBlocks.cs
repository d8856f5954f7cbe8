namespace Shouwang.Shared.Pictures.Jpeg;

/// <summary>The blocks of the first colour, which is brightness: of an ordinary file each becomes pixels at once, of a progressive one all are held.</summary>
sealed class BrightnessBlocks
{
    private readonly int _side;
    private readonly int[] _basis;
    private readonly int[] _block = new int[64];
    private readonly int[] _columns = new int[64];
    private readonly int _steps;
    private readonly int _stride;
    private readonly byte[] _pixels;
    private readonly int _width;
    private readonly int _height;
    private readonly short[]? _held;

    public BrightnessBlocks(JpegFrame frame)
    {
        var colour = frame.Colours[0];
        _steps = colour.Steps;
        // A file whose brightness is stored at less than full size is odd but allowed.
        var (width, height) = (((frame.Width * colour.Across) + frame.MostAcross - 1) / frame.MostAcross, ((frame.Height * colour.Down) + frame.MostDown - 1) / frame.MostDown);
        (Across, Down) = ((width + 7) / 8, (height + 7) / 8);
        (HeldAcross, var heldDown) = (frame.GroupsAcross * colour.Across, frame.GroupsDown * colour.Down);
        _side = 1;
        while (_side < 8 && Math.Max(width, height) * _side < GreyPicture.LookedAt * 8)
            _side *= 2;
        _basis = SmallCosine.Basis(_side);
        (_width, _height) = (((width * _side) + 7) / 8, ((height * _side) + 7) / 8);
        _stride = HeldAcross * _side;
        _pixels = new byte[_stride * heldDown * _side];
        _held = frame.Progressive ? new short[HeldAcross * heldDown * 64] : null;
    }

    /// <summary>Blocks that hold something of the picture, along a row: a scan of this colour alone has no others.</summary>
    public int Across { get; }

    public int Down { get; }

    /// <summary>Blocks along a row with those that only fill up a group.</summary>
    public int HeldAcross { get; }

    /// <summary>The frequencies of one block of a progressive file, in stored order.</summary>
    public Span<short> Held(int column, int row) => _held.AsSpan(((row * HeldAcross) + column) * 64, 64);

    /// <summary>Turns a block of an ordinary file into pixels; only the low frequencies that matter need be given.</summary>
    public void Put(int column, int row, ReadOnlySpan<short> frequencies, int[][] steps)
    {
        var step = steps[_steps];
        Array.Clear(_block);
        for (var i = 0; i < 64; i++)
        {
            if (frequencies[i] != 0)
                _block[SmallCosine.ZigZag[i]] = Math.Clamp(frequencies[i] * step[i], -16_384, 16_383);
        }
        SmallCosine.Write(_block, _side, _basis, _columns, _pixels.AsSpan((row * _side * _stride) + (column * _side)), _stride);
    }

    public GreyPicture Picture(int[][] steps)
    {
        for (var row = 0; _held is not null && row < Down; row++)
        {
            for (var column = 0; column < Across; column++)
                Put(column, row, Held(column, row), steps);
        }
        var pixels = new byte[_width * _height];
        for (var y = 0; y < _height; y++)
            _pixels.AsSpan(y * _stride, _width).CopyTo(pixels.AsSpan(y * _width));
        return new GreyPicture(_width, _height, pixels, 64 / _side);
    }
}
