using System.Buffers.Binary;

namespace Shouwang.Shared.Diagnoses;

/// <summary>
/// What each fragment of a text says for and against each entry, looked up where it lies in the file:
/// the number of fragments (4 bytes); their hashes in ascending order (4 each); how many entries each speaks of (1 each);
/// then for each of those the entry's index in the catalogue (2) and the points (1). All little-endian.
/// </summary>
sealed class FragmentWeights
{
    /// <summary>So many points multiply the odds of an entry by e.</summary>
    internal const int PointsPerNat = 10;

    internal const int HashBytes = sizeof(uint);
    internal const int WeightBytes = 3;

    readonly byte[] _file;
    readonly int[] _starts;

    internal FragmentWeights(byte[] file)
    {
        _file = file;
        _starts = new int[BinaryPrimitives.ReadInt32LittleEndian(file) + 1];
        var counts = sizeof(int) + Count * HashBytes;
        _starts[0] = counts + Count;
        for (var i = 0; i < Count; i++)
            _starts[i + 1] = _starts[i] + file[counts + i] * WeightBytes;
        if (_starts[Count] != file.Length)
            throw new FormatException("The weights are cut off or damaged; learn them again with ./shouwang diseases learn.");
    }

    int Count => _starts.Length - 1;

    /// <summary>Adds the points of one fragment; false when it is not known.</summary>
    internal bool Add(string fragment, int[] points)
    {
        var weights = Find(fragment);
        for (var rest = weights; rest.Length > 0; rest = rest[WeightBytes..])
            points[BinaryPrimitives.ReadUInt16LittleEndian(rest)] += unchecked((sbyte)rest[2]);
        return weights.Length > 0;
    }

    /// <summary>The points that one fragment gives one entry.</summary>
    internal int Of(string fragment, int entry)
    {
        for (var rest = Find(fragment); rest.Length > 0; rest = rest[WeightBytes..])
        {
            if (BinaryPrimitives.ReadUInt16LittleEndian(rest) == entry)
                return unchecked((sbyte)rest[2]);
        }

        return 0;
    }

    /// <summary>FNV-1a over the characters. Two of a quarter of a million fragments rarely share one, and then only blur each other.</summary>
    internal static uint Hash(string fragment)
    {
        var hash = 2166136261u;
        foreach (var c in fragment)
            hash = unchecked((hash ^ c) * 16777619u);
        return unchecked((hash ^ hash >> 15) * 0x85ebca6bu);
    }

    ReadOnlySpan<byte> Find(string fragment)
    {
        var hash = Hash(fragment);
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = BinaryPrimitives.ReadUInt32LittleEndian(_file.AsSpan(sizeof(int) + middle * HashBytes));
            if (found == hash)
                return _file.AsSpan(_starts[middle].._starts[middle + 1]);
            if (found < hash)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return [];
    }
}
