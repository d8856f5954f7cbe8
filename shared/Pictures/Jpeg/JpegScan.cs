namespace Shouwang.Shared.Pictures.Jpeg;

/// <summary>One scan of a JPEG file: all of an ordinary file, or one pass of a progressive one. Other colours than brightness are read past.</summary>
sealed class JpegScan
{
    private readonly record struct Part(int Colour, HuffmanTable? First, HuffmanTable? Others);

    private readonly JpegFrame _frame;
    private readonly Part[] _parts;
    private readonly int[] _last;
    private readonly short[] _block = new short[64];
    private readonly int _from;
    private readonly int _to;
    private readonly bool _refines;
    private readonly int _shift;
    private int _emptyBlocks; // how many blocks in a row have nothing more in this pass

    private JpegScan(JpegFrame frame, Part[] parts, ReadOnlySpan<byte> pass)
    {
        (_frame, _parts, _last) = (frame, parts, new int[parts.Length]);
        (_from, _to, _refines, _shift) = frame.Progressive ? (pass[0], Math.Min((int)pass[1], 63), pass[2] >> 4 != 0, pass[2] & 15) : (0, 63, false, 0);
    }

    public static JpegScan Of(ReadOnlySpan<byte> segment, JpegFrame frame, HuffmanTable?[] first, HuffmanTable?[] others)
    {
        var parts = new Part[segment[0]];
        for (var i = 0; i < parts.Length; i++)
        {
            var (id, tables) = (segment[1 + (2 * i)], segment[2 + (2 * i)]);
            parts[i] = new(Array.FindIndex(frame.Colours, c => c.Id == id), first[(tables >> 4) & 3], others[tables & 3]);
            if (parts[i].Colour < 0)
                throw new InvalidDataException("The scan names a colour that is not there.");
        }
        return new JpegScan(frame, parts, segment[(1 + (2 * parts.Length))..]);
    }

    /// <returns>Where the marker after the scan stands.</returns>
    public int Read(ReadOnlySpan<byte> file, int at, int restart, BrightnessBlocks blocks, int[][] steps)
    {
        var bits = new BitReader(file, at);
        if (_parts is [{ Colour: 0 }])
            ReadAlone(ref bits, restart, blocks, steps);
        else if (_parts.Length > 1)
            ReadGroups(ref bits, restart, blocks, steps);
        return NextMarker(file, at = bits.At);
    }

    private void ReadAlone(ref BitReader bits, int restart, BrightnessBlocks blocks, int[][] steps)
    {
        for (var i = 0; i < blocks.Across * blocks.Down; i++)
        {
            Restart(ref bits, restart, i);
            Block(ref bits, 0, i % blocks.Across, i / blocks.Across, blocks, steps);
        }
    }

    private void ReadGroups(ref BitReader bits, int restart, BrightnessBlocks blocks, int[][] steps)
    {
        for (var i = 0; i < _frame.GroupsAcross * _frame.GroupsDown; i++)
        {
            Restart(ref bits, restart, i);
            var (column, row) = (i % _frame.GroupsAcross, i / _frame.GroupsAcross);
            for (var part = 0; part < _parts.Length; part++)
            {
                var (across, down) = (_frame.Colours[_parts[part].Colour].Across, _frame.Colours[_parts[part].Colour].Down);
                for (var block = 0; block < across * down; block++)
                    Block(ref bits, part, (column * across) + (block % across), (row * down) + (block / across), blocks, steps);
            }
        }
    }

    private void Restart(ref BitReader bits, int restart, int done)
    {
        if (restart == 0 || done == 0 || done % restart != 0)
            return;
        bits.Restart();
        Array.Clear(_last);
        _emptyBlocks = 0;
    }

    private void Block(ref BitReader bits, int part, int column, int row, BrightnessBlocks blocks, int[][] steps)
    {
        var brightness = _parts[part].Colour == 0;
        if (!_frame.Progressive)
        {
            Array.Clear(_block);
            Ordinary(ref bits, part);
            if (brightness)
                blocks.Put(column, row, _block, steps);
            return;
        }
        var block = brightness ? blocks.Held(column, row) : _block;
        if (_from == 0)
            FirstPass(ref bits, part, block);
        else if (!_refines)
            OtherPass(ref bits, part, block);
        else
            Refine(ref bits, part, block);
    }

    private void Ordinary(ref BitReader bits, int part)
    {
        _last[part] += bits.Signed(Table(_parts[part].First).Read(ref bits) & 15);
        _block[0] = Short(_last[part]);
        var table = Table(_parts[part].Others);
        for (var i = 1; i < 64; i++)
        {
            var symbol = table.Read(ref bits);
            var (run, size) = (symbol >> 4, symbol & 15);
            if (size == 0 && run < 15)
                return;
            i += run;
            if (i < 64)
                _block[i] = Short(bits.Signed(size));
        }
    }

    private void FirstPass(ref BitReader bits, int part, Span<short> block)
    {
        if (_refines)
        {
            block[0] |= (short)(bits.Bit() << _shift);
            return;
        }
        _last[part] += bits.Signed(Table(_parts[part].First).Read(ref bits) & 15);
        block[0] = Short(_last[part] << _shift);
    }

    private void OtherPass(ref BitReader bits, int part, Span<short> block)
    {
        if (_emptyBlocks > 0)
        {
            _emptyBlocks--;
            return;
        }
        var table = Table(_parts[part].Others);
        for (var i = _from; i <= _to; i++)
        {
            var symbol = table.Read(ref bits);
            var (run, size) = (symbol >> 4, symbol & 15);
            if (size == 0 && run < 15)
            {
                _emptyBlocks = (1 << run) + bits.Bits(run) - 1;
                return;
            }
            i += run;
            if (size > 0 && i <= _to)
                block[i] = Short(bits.Signed(size) << _shift);
        }
    }

    /// <summary>One more bit for the numbers there are, and new ones of the smallest size between them.</summary>
    private void Refine(ref BitReader bits, int part, Span<short> block)
    {
        var at = _from;
        var table = Table(_parts[part].Others);
        while (_emptyBlocks == 0 && at <= _to)
        {
            var symbol = table.Read(ref bits);
            var (run, size) = (symbol >> 4, symbol & 15);
            var fresh = 0;
            if (size > 0)
                fresh = bits.Bit() == 1 ? 1 << _shift : -(1 << _shift);
            else if (run < 15)
                _emptyBlocks = (1 << run) + bits.Bits(run);
            if (_emptyBlocks > 0)
                break;
            for (; at <= _to && (block[at] != 0 || run-- > 0); at++)
                Correct(ref bits, ref block[at]);
            if (at <= _to && fresh != 0)
                block[at] = (short)fresh;
            at++;
        }
        if (_emptyBlocks == 0)
            return;
        for (; at <= _to; at++)
            Correct(ref bits, ref block[at]);
        _emptyBlocks--;
    }

    private void Correct(ref BitReader bits, ref short frequency)
    {
        if (frequency == 0 || bits.Bit() == 0 || (Math.Abs((int)frequency) & (1 << _shift)) != 0)
            return;
        frequency = Short(frequency > 0 ? frequency + (1 << _shift) : frequency - (1 << _shift));
    }

    private static short Short(int value) => (short)Math.Clamp(value, short.MinValue, short.MaxValue);

    private static HuffmanTable Table(HuffmanTable? table) => table ?? throw new InvalidDataException("The scan names a table that is not there.");

    private static int NextMarker(ReadOnlySpan<byte> file, int at)
    {
        while (at + 1 < file.Length && (file[at] != 0xFF || file[at + 1] is 0 or 0xFF or (>= 0xD0 and <= 0xD7)))
            at++;
        return at;
    }
}
