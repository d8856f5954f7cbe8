using System.Runtime.CompilerServices;

namespace Shouwang.Shared.Adjudication.Engine;

/// <summary>One stay in numbers alone (数字化的住院事实): what the engine works on, without text and without allocation. Amounts in fen.</summary>
internal struct Case
{
    /// <summary>The facts that are known; the others' fields mean nothing.</summary>
    public Facts Known;

    /// <summary>Position in <see cref="Policies.Vocabulary.Levels"/>.</summary>
    public int Level;

    /// <summary>Position in <see cref="Policies.Vocabulary.Areas"/>.</summary>
    public int Area;

    /// <summary>Position in <see cref="Policies.Vocabulary.Transfers"/>.</summary>
    public int Transfer;

    public int Age;
    public int Ordinal;
    public int OrdinalAtLevel;

    /// <summary>Statuses as bits of <see cref="Plan.Statuses"/>, those that age implies included.</summary>
    public ulong Statuses;

    /// <summary>Statuses recognised after the stay, which count for the benefits of <see cref="Plan.LookBack"/> alone.</summary>
    public ulong Later;

    /// <summary>Position in <see cref="Plan.Diseases"/>, -1 where the rules do not name it.</summary>
    public int Disease;

    /// <summary>The operation with the highest sum of the village's plan; null where it has none for any.</summary>
    public string? Operation;

    /// <summary>That sum.</summary>
    public long OperationSum;

    public bool Member;

    /// <summary>The deductible has been taken in a stay this one continues.</summary>
    public bool Waived;

    /// <summary>Why insurance pays nothing at all; null for no reason.</summary>
    public string? Barred;

    public long Total;
    public long InScope;
    public long SelfPayFirst;
    public long OverLimit;
    public long SelfFunded;
    public long Borne;

    /// <summary>In-scope cost borne after basic insurance in earlier stays of the year.</summary>
    public long InScopeBorne;

    /// <summary>Deductibles already taken this year.</summary>
    public long DeductibleTaken;

    /// <summary>Deductibles already taken in the chain of transfers this stay belongs to.</summary>
    public long ChainDeductible;

    /// <summary>By how much loyalty raises the yearly cap of critical-illness insurance, before the law's own limit.</summary>
    public long Reward;

    /// <summary>What was applied for, by benefit, -1 for nothing; null where nothing was applied for at all.</summary>
    public long[]? Applied;

    /// <summary>How many times this year each benefit was given, by benefit; null where none was.</summary>
    public int[]? Given;

    /// <summary>What each layer paid in earlier stays of the year.</summary>
    public ByLayer Paid;

    /// <summary>Amounts for each layer, by position in <see cref="Policies.Vocabulary.Layers"/>.</summary>
    [InlineArray(7)]
    internal struct ByLayer
    {
        private long first;
    }
}
