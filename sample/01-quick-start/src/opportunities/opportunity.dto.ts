import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsNotEmpty, IsNumber, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { DateString } from 'nestjs-salesforce';
import { PageQuery } from '../common/page.query.js';

export class CreateOpportunityDto {
  @ApiProperty({ maxLength: 120, example: 'Nordlicht: two more turbines' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  name!: string;

  @ApiProperty({ example: 'Prospecting' })
  @IsString()
  @IsNotEmpty()
  stageName!: string;

  @ApiProperty({ type: String, format: 'date', example: '2027-03-31' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  closeDate!: DateString;

  @ApiPropertyOptional({ type: Number, nullable: true })
  @IsOptional()
  @IsNumber()
  amount?: number | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'Id of the account' })
  @IsOptional()
  @IsString()
  accountId?: string | null;
}

export class UpdateOpportunityDto extends PartialType(CreateOpportunityDto) {}

export class FindOpportunitiesQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Id of the account' })
  @IsOptional()
  @IsString()
  accountId?: string;

  @ApiPropertyOptional({ example: 'Negotiation/Review' })
  @IsOptional()
  @IsString()
  stage?: string;
}
