namespace Shouwang.Shared.Pictures.Jpeg;

/// <summary>A table of codes (霍夫曼表): short ones are looked up, long ones searched.</summary>
sealed class HuffmanTable
{
    private const int Short = 9;

    private readonly short[] _short = new short[1 << Short]; // length * 256 + symbol, 0 where the code is longer
    private readonly int[] _end = new int[17]; // one past the last code of a length, left-aligned to 16 bits
    private readonly int[] _offset = new int[17]; // what to add to a code of a length to find its symbol
    private readonly byte[] _symbols;

    /// <param name="counts">How many codes have 1, 2 … 16 bits.</param>
    public HuffmanTable(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        _symbols = symbols.ToArray();
        var (code, at) = (0, 0);
        for (var length = 1; length <= 16; length++)
        {
            _offset[length] = at - code;
            for (var i = 0; i < counts[length - 1]; i++, at++, code++)
            {
                var first = code << (Short - Math.Min(Short, length));
                if (length <= Short && first + (1 << (Short - length)) <= _short.Length)
                    _short.AsSpan(first, 1 << (Short - length)).Fill((short)((length << 8) | _symbols[at]));
            }
            _end[length] = code << (16 - length);
            code <<= 1;
        }
    }

    public int Read(ref BitReader bits)
    {
        var next = bits.Peek16();
        var found = _short[next >> (16 - Short)];
        if (found != 0)
        {
            bits.Skip(found >> 8);
            return found & 0xFF;
        }
        for (var length = Short + 1; length <= 16; length++)
        {
            if (next >= _end[length])
                continue;
            bits.Skip(length);
            var at = (next >> (16 - length)) + _offset[length];
            return at >= 0 && at < _symbols.Length ? _symbols[at] : 0;
        }
        bits.Skip(16); // no code at all: a damaged file
        return 0;
    }
}
