namespace Shouwang.Shared.Pictures.Jpeg;

/// <summary>The bits of one scan: stuffed zeros are taken out, and a marker ends it (zeros follow for whoever still asks).</summary>
ref struct BitReader(ReadOnlySpan<byte> file, int at)
{
    private readonly ReadOnlySpan<byte> _file = file;
    private ulong _bits;
    private int _count;

    /// <summary>Where the next byte stands; at a marker once the scan is over.</summary>
    public int At { get; private set; } = at;

    public int Bit() => Bits(1);

    public int Bits(int count)
    {
        if (count == 0)
            return 0;
        if (_count < count)
            Fill();
        _count -= count;
        return (int)((_bits >> _count) & ((1UL << count) - 1));
    }

    /// <summary>The next 16 bits without taking them.</summary>
    public int Peek16()
    {
        if (_count < 16)
            Fill();
        return (int)((_bits >> (_count - 16)) & 0xFFFF);
    }

    public void Skip(int count) => _count -= count;

    /// <summary>A number as JPEG writes it: so many bits, the lower half of the range standing for negative ones.</summary>
    public int Signed(int bits)
    {
        var value = Bits(bits);
        return bits > 0 && value < 1 << (bits - 1) ? value - (1 << bits) + 1 : value;
    }

    /// <summary>Goes past a restart marker, if that is what comes.</summary>
    public void Restart()
    {
        (_bits, _count) = (0, 0);
        if (At + 1 < _file.Length && _file[At] == 0xFF && _file[At + 1] is >= 0xD0 and <= 0xD7)
            At += 2;
    }

    private void Fill()
    {
        while (_count <= 48)
        {
            var next = At < _file.Length ? _file[At] : (byte)0;
            if (next != 0xFF)
            {
                At = Math.Min(At + 1, _file.Length);
            }
            else if (At + 1 < _file.Length && _file[At + 1] == 0)
            {
                At += 2;
            }
            else
            {
                next = 0; // a marker: stay before it
            }
            _bits = (_bits << 8) | next;
            _count += 8;
        }
    }
}
